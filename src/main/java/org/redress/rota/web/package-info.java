/** The page on which people say what they take and when they are away. */
@NullMarked
package org.redress.rota.web;

import org.jspecify.annotations.NullMarked;
