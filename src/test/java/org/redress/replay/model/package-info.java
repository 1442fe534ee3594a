@NullMarked
package org.redress.replay.model;

import org.jspecify.annotations.NullMarked;
