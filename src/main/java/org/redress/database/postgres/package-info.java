/** PostgreSQL as a child of the server: durable, kept under the home folder, locked by one server at a time. */
@NullMarked
package org.redress.database.postgres;

import org.jspecify.annotations.NullMarked;
