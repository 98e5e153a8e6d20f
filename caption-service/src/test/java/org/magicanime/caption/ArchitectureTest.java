package org.magicanime.caption;

import org.junit.jupiter.api.Test;
import org.magicanime.testkit.ServiceRules;

class ArchitectureTest {
    @Test
    void theServiceKeepsTheRulesOfAllServices() {
        ServiceRules.check("org.magicanime.caption");
    }
}
