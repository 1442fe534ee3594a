@NullMarked
package org.redress.handbook.web;

import org.jspecify.annotations.NullMarked;
