/** Carrying out on a real database, with partners that fail as partners do. */
@org.jspecify.annotations.NullMarked
package org.redress.settlement.app;
