/**
 * Finds or starts PostgreSQL. The embedded one is a durable child of the server, kept under the home folder and locked by
 * one server at a time; whichever it is, it is inspected before anything is built on it.
 */
@NullMarked
package org.redress.database.postgres;

import org.jspecify.annotations.NullMarked;
