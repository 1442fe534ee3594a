/** The pages of practice. */
@NullMarked
package org.redress.practice.web;

import org.jspecify.annotations.NullMarked;
