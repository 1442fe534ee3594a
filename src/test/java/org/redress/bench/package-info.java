/** What script/bench measures: starts, memory, pages and filing, beside PostgreSQL on the same machine. Not a test. */
@org.jspecify.annotations.NullMarked
package org.redress.bench;
