/** What may be offered, tested on cases made by hand and by seeded chance. */
@org.jspecify.annotations.NullMarked
package org.redress.remedy.model;
