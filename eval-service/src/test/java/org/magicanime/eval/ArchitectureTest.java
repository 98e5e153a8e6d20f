package org.magicanime.eval;

import org.junit.jupiter.api.Test;
import org.magicanime.testkit.ServiceRules;

class ArchitectureTest {
    @Test
    void theServiceKeepsTheRulesOfAllServices() {
        ServiceRules.check("org.magicanime.eval");
    }
}
