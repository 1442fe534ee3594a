/** Keeps versions of policies and finds the one in force. */
@NullMarked
package org.redress.remedy.app;

import org.jspecify.annotations.NullMarked;
