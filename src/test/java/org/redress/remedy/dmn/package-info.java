/** Tables in DMN: the shipped ones, faulty ones, hostile ones. */
@org.jspecify.annotations.NullMarked
package org.redress.remedy.dmn;
