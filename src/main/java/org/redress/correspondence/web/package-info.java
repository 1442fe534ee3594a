/** The thread of messages on the pages of a claim, and the forms to write one. */
@NullMarked
package org.redress.correspondence.web;

import org.jspecify.annotations.NullMarked;
