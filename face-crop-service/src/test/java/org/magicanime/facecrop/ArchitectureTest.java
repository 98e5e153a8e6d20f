package org.magicanime.facecrop;

import org.junit.jupiter.api.Test;
import org.magicanime.testkit.ServiceRules;

class ArchitectureTest {
    @Test
    void theServiceKeepsTheRulesOfAllServices() {
        ServiceRules.check("org.magicanime.facecrop");
    }
}
