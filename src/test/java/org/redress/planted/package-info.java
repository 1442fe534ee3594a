/** A small house that breaks every rule on purpose, to show that HouseTest can fail. */
@org.jspecify.annotations.NullMarked
package org.redress.planted;
