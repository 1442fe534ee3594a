/** Versions of policies, with the real database. */
@org.jspecify.annotations.NullMarked
package org.redress.remedy.app;
