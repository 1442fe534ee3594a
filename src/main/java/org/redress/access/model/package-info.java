/** What an e-mail address, a password, a secret and a staff may be; pure. */
@NullMarked
package org.redress.access.model;

import org.jspecify.annotations.NullMarked;
