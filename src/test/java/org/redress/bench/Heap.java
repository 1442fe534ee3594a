package org.redress.bench;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Watches how much of a running JVM's heap is still in use after its collections. */
final class Heap implements AutoCloseable {
    private static final long EVERY_MILLISECONDS = 200;

    private final JMXConnector connector;
    private final MemoryMXBean memory;
    private final List<GarbageCollectorMXBean> collectors;
    private final Thread watch;
    private volatile long largest;
    private volatile boolean closed;

    /** Collects first, so that what was before does not count. The address is that of a process we started. */
    @SuppressWarnings("BanJNDI")
    Heap(long pid) throws IOException, AttachNotSupportedException {
        var machine = VirtualMachine.attach(Long.toString(pid));
        try {
            this.connector = JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
        } finally {
            machine.detach();
        }
        MBeanServerConnection server = connector.getMBeanServerConnection();
        this.memory = ManagementFactory.getPlatformMXBean(server, MemoryMXBean.class);
        this.collectors = ManagementFactory.getPlatformMXBeans(server, GarbageCollectorMXBean.class);
        memory.gc();
        this.watch = Thread.ofPlatform().name("heap").start(this::watch);
    }

    private void watch() {
        long since = collections();
        while (!closed) {
            if (collections() > since) {
                for (var collector : collectors) {
                    var last = collector.getLastGcInfo();
                    if (last != null) {
                        largest = Math.max(
                                largest,
                                last.getMemoryUsageAfterGc().entrySet().stream()
                                        .filter(pool -> pool.getKey().startsWith("G1"))
                                        .map(java.util.Map.Entry::getValue)
                                        .mapToLong(MemoryUsage::getUsed)
                                        .sum());
                    }
                }
            }
            try {
                TimeUnit.MILLISECONDS.sleep(EVERY_MILLISECONDS);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private long collections() {
        return collectors.stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    /** Collects once more: what is in use at the end counts too. */
    long largestMegabytes() {
        memory.gc();
        return Math.max(largest, memory.getHeapMemoryUsage().getUsed()) >> 20;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        try {
            watch.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connector.close();
    }
}
