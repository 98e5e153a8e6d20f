package org.magicanime.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Holds the store against what was told.
@Command(
        name = "audit",
        description = {
            "Holds the store against what was told, and says what does not agree: artifacts that are missing or have",
            "other bytes, objects that nobody told of, films whose frames are not all accounted for, something told",
            "twice with two contents, films that have no outcome. Reads every artifact. Exit code 1 if there is any."
        },
        mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {
    @Mixin
    CommonOptions options = new CommonOptions();

    @Override
    public Integer call() throws Exception {
        Path scratch = Files.createTempDirectory("magicanime-audit");
        try (Servers servers = Servers.of(options);
                var store = servers.store();
                Ledger ledger = new Ledger(servers.kafka())) {
            ledger.readAll();
            Audit audit = new Audit(ledger, store, scratch);
            List<String> findings = audit.findings();
            findings.forEach(System.out::println);
            System.out.printf(
                    "%d artifacts of %d clips read, %d findings%n",
                    audit.artifacts(), ledger.clips().size(), findings.size());
            return findings.isEmpty() ? 0 : 1;
        } finally {
            Files.delete(scratch);
        }
    }
}
