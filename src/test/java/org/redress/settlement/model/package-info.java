/** How plans become steps and steps move. */
@org.jspecify.annotations.NullMarked
package org.redress.settlement.model;
