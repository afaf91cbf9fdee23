// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Creates and deletes a folder in one step: it is there with all its files or not at all.
 *
 * <p>The files go to a temporary folder beside the target; every file and folder is forced to the
 * disk before the rename.
 */
public final class AtomicFolder {
    private AtomicFolder() {}

    /** What puts the files into a new folder. */
    @FunctionalInterface
    public interface Filler {
        /**
         * Writes every file.
         *
         * @param temporary the folder to fill, existing and empty
         * @throws IOException if writing fails
         */
        void fill(Path temporary) throws IOException;
    }

    /**
     * Creates a folder with its content.
     *
     * @param target the folder to create, which must not exist; missing parents are made
     * @param filler writes the files
     * @throws UncheckedIOException if it exists or cannot be written
     */
    public static void create(Path target, Filler filler) {
        var absolute = target.toAbsolutePath();
        try {
            Files.createDirectories(absolute.getParent());
            if (Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(target.toString());
            }
            fillAndRename(absolute, filler);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create " + target + ": " + e.getMessage(), e);
        }
    }

    private static void fillAndRename(Path target, Filler filler) throws IOException {
        var temporary = Files.createDirectory(Siblings.temporary(target));
        try {
            filler.fill(temporary);
            Files.walkFileTree(temporary, new Forcing());
            Siblings.rename(temporary, target);
        } finally {
            deleteTree(temporary);
        }
    }

    /**
     * Moves a folder to another place of the same file system: it is at one of the two, whole, at
     * any time. A link is moved itself, not what it leads to.
     *
     * @param folder the folder
     * @param target where it goes; nothing may be there, and missing parents are made
     * @throws UncheckedIOException if something is there or it cannot be moved
     */
    public static void move(Path folder, Path target) {
        var from = folder.toAbsolutePath();
        var to = target.toAbsolutePath();
        try {
            Files.createDirectories(to.getParent());
            if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(target.toString());
            }
            Siblings.rename(from, to);
            Siblings.forceFolder(from.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot move " + folder + ": " + e.getMessage(), e);
        }
    }

    /**
     * Deletes a folder with its content; it vanishes under its name first, so that nobody finds it
     * half deleted.
     *
     * @param target the folder; nothing happens if there is none
     * @throws UncheckedIOException if it cannot be deleted
     */
    public static void delete(Path target) {
        var absolute = target.toAbsolutePath();
        var temporary = Siblings.temporary(absolute);
        try {
            Siblings.rename(absolute, temporary);
            deleteTree(temporary);
        } catch (NoSuchFileException _) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + target + ": " + e.getMessage(), e);
        }
    }

    private static void deleteTree(Path root) throws IOException {
        if (Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            Files.walkFileTree(root, new Deleting());
        }
    }

    private static final class Forcing extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            if (attributes.isRegularFile()) {
                Siblings.forceFile(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure)
                throws IOException {
            Siblings.forceFolder(folder);
            return super.postVisitDirectory(folder, failure);
        }
    }

    private static final class Deleting extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure)
                throws IOException {
            Files.delete(folder);
            return super.postVisitDirectory(folder, failure);
        }
    }
}
