@NullMarked
package org.redress.manners.model;

import org.jspecify.annotations.NullMarked;
