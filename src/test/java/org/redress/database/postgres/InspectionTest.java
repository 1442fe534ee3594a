package org.redress.database.postgres;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InspectionTest {
    @Test
    void fifteen_is_old_enough_and_fourteen_is_too_old() {
        assertThatCode(() -> Inspection.refuseOlder(150_000, "15.0")).doesNotThrowAnyException();
        assertThatCode(() -> Inspection.refuseOlder(180_006, "18.6")).doesNotThrowAnyException();
        assertThatThrownBy(() -> Inspection.refuseOlder(140_022, "14.22"))
                .isInstanceOf(UnfitDatabase.class)
                .hasMessage("The database is PostgreSQL 14.22; Redress needs PostgreSQL 15 or newer.");
    }
}
