// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.torch;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One function in TorchScript, written in Java source and compiled by libtorch at its first call.
 *
 * <p>The source is one {@code def forward(self, ...)} in the dialect of TorchScript archives:
 * annotated arguments, operations as {@code torch.name(...)}. It may use every operation of
 * libtorch, also those that DJL has no method for, and is recorded by an open {@link Tape}.
 */
public final class TorchScript {
    private final String name;
    private final String forward;
    private final AtomicReference<PtSymbolBlock> module = new AtomicReference<>();

    private TorchScript(String name, String forward) {
        this.name = name;
        this.forward = forward;
    }

    /**
     * A script that is compiled when first called.
     *
     * @param name a class name, for messages of libtorch
     * @param forward the source of the function
     * @return the script
     */
    public static TorchScript of(String name, String forward) {
        return new TorchScript(name, forward);
    }

    /**
     * The archive as {@code torch.jit.load} reads it.
     *
     * @return the bytes of the zip
     */
    public byte[] archive() {
        return TorchArchive.of(name, forward);
    }

    /**
     * Calls a function of arrays that returns one array.
     *
     * @param arrays its arguments; the result lives in the manager of the first
     * @return the result
     */
    public NDArray call(NDArray... arrays) {
        return differentiable(arrays[0].getManager(), List.of(arrays), List.of()).get(0);
    }

    /**
     * Calls a function of arrays followed by lists of arrays.
     *
     * @param manager where the results live
     * @param arrays the arguments of type Tensor, first in the function's signature; not empty
     * @param lists the arguments of type List[Tensor], after them; none empty
     * @return what the function returns: a Tensor, a tuple or a list of them
     */
    public NDList differentiable(
            NDManager manager, List<NDArray> arrays, List<List<NDArray>> lists) {
        var names = new ArrayList<Named>();
        try {
            var inputs = new NDList();
            arrays.forEach(array -> inputs.add(named(names, array, null)));
            for (int i = 0; i < lists.size(); i++) {
                var list = "list" + i + "[]";
                lists.get(i).forEach(array -> inputs.add(named(names, array, list)));
            }
            // A setting of this thread: the optimising executor rewrites a script after its first
            // calls, so that a resumed run would compute other bits than an uncut one.
            JniUtils.setGraphExecutorOptimize(false);
            var results = IValueUtils.forward(module(), inputs, true);
            results.attach(manager);
            return results;
        } finally {
            names.forEach(Named::restore);
        }
    }

    /**
     * Calls a function without recording; numbers may be arguments too.
     *
     * @param manager where the results live
     * @param arguments {@link NDArray}, a {@code List} of them, {@link Double}, {@link Long} or
     *     {@link Boolean}, in the order of the signature
     * @return what the function returns: a Tensor, a tuple or a list of them
     */
    public NDList plain(NDManager manager, Object... arguments) {
        var values = new IValue[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            values[i] = value(arguments[i]);
        }
        try (var result = IValueUtils.runMethod(module(), "forward", values)) {
            return result.toNDList((PtNDManager) manager);
        } finally {
            for (var value : values) {
                value.close();
            }
        }
    }

    private static IValue value(Object argument) {
        return switch (argument) {
            case PtNDArray array -> IValue.from(array);
            case List<?> list -> IValue.listFrom(list.toArray(PtNDArray[]::new));
            case Double number -> IValue.from(number.doubleValue());
            case Long number -> IValue.from(number.longValue());
            case Boolean flag -> IValue.from(flag.booleanValue());
            default -> throw new IllegalArgumentException("no TorchScript value: " + argument);
        };
    }

    // DJL reads the grouping of arguments into lists from the arrays' names.
    private static NDArray named(List<Named> names, NDArray array, String name) {
        names.add(new Named(array, array.getName()));
        array.setName(name);
        return array;
    }

    private record Named(NDArray array, String name) {
        void restore() {
            array.setName(name);
        }
    }

    private PtSymbolBlock module() {
        return module.updateAndGet(loaded -> loaded == null ? load() : loaded);
    }

    private PtSymbolBlock load() {
        // The module holds no tensors, so it serves every device; it lives as long as the process.
        var manager = (PtNDManager) NDManager.newBaseManager(Device.cpu(), "PyTorch");
        try (var stream = new ByteArrayInputStream(archive())) {
            return JniUtils.loadModule(manager, stream, false, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
