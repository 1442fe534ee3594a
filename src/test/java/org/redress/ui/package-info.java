/** Tests of the frame, the languages and the errors. */
@org.jspecify.annotations.NullMarked
package org.redress.ui;
