/** What tests share: a real database and the whole product on it. */
@org.jspecify.annotations.NullMarked
package org.redress.testing;
