/** How remedies are decided, to read and to change. */
@NullMarked
package org.redress.remedy.web;

import org.jspecify.annotations.NullMarked;
