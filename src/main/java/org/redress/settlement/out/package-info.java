/** Those who carry steps out: a sandbox that keeps what it did, and any partner that speaks JSON over HTTP. */
@NullMarked
package org.redress.settlement.out;

import org.jspecify.annotations.NullMarked;
