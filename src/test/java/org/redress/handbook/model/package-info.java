@NullMarked
package org.redress.handbook.model;

import org.jspecify.annotations.NullMarked;
