// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.io.InputException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class CodeFingerprintTest {
    @TempDir Path folder;

    private Path write(String name, String content) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        var command =
                new ArrayList<>(
                        List.of("git", "-c", "user.name=a", "-c", "user.email=a@example.org"));
        command.addAll(List.of(arguments));
        var process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertEquals(0, process.waitFor(), command::toString);
    }

    private void commit() throws IOException, InterruptedException {
        git("add", "-A");
        git("commit", "-q", "-m", "x", "--allow-empty");
    }

    private String git() {
        return CodeFingerprint.of(folder.resolve("code"), List.of());
    }

    @Test
    void gitsTreeCountsAndNothingElsewhere() throws Exception {
        git("init", "-q");
        write("code/train.py", "1");
        write("other/x", "1");
        commit();
        var first = git();
        write("other/x", "2");
        commit();
        assertEquals(first, git(), "a commit elsewhere");
        write("code/train.py", "2");
        var changed = git();
        assertNotEquals(first, changed);
        assertTrue(changed.startsWith(first + "+"), changed);
        write("code/train.py", "1");
        assertEquals(first, git(), "as it was");
        write("code/train.py", "2");
        commit();
        assertNotEquals(changed, git(), "now it is committed");
        assertNotEquals(first, git());
    }

    @Test
    void newFilesCountUnlessTheyAreIgnoredOrByProducts() throws Exception {
        git("init", "-q");
        write("code/train.py", "1");
        write("code/.gitignore", "logs/\n");
        commit();
        var first = git();
        write("code/logs/x", "1");
        write("code/__pycache__/train.cpython-39.pyc", "1");
        assertEquals(first, git());
        write("code/more.py", "1");
        var more = git();
        assertNotEquals(first, more);
        write("code/more.py", "2");
        assertNotEquals(more, git());
    }

    @Test
    void listedFilesAreIdentifiedByNameAndContent() throws IOException {
        write("a/train.py", "1");
        write("a/lib/x/net.py", "2");
        write("a/notes.txt", "3");
        write("b/train.py", "1");
        write("b/lib/x/net.py", "2");
        var sources = List.of("*.py", "lib/**/*.py");
        var first = CodeFingerprint.of(folder.resolve("a"), sources);
        assertEquals(first, CodeFingerprint.of(folder.resolve("b"), sources));
        write("b/lib/x/net.py", "3");
        assertNotEquals(first, CodeFingerprint.of(folder.resolve("b"), sources));
        Files.move(folder.resolve("a/train.py"), folder.resolve("a/run.py"));
        assertNotEquals(first, CodeFingerprint.of(folder.resolve("a"), sources));
    }

    @Test
    void saysWhatToDoWhereNothingIsKnown() throws IOException {
        write("code/train.py", "1");
        var message = assertThrows(InputException.class, this::git).getMessage();
        assertTrue(message.contains("sources"), message);
        var unfit =
                assertThrows(
                                InputException.class,
                                () -> CodeFingerprint.of(folder, List.of("*.py")))
                        .getMessage();
        assertTrue(unfit.contains("*.py"), unfit);
    }
}
