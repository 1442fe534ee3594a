/** What the module does by itself, on a real database. */
@org.jspecify.annotations.NullMarked
package org.redress.correspondence.app;
