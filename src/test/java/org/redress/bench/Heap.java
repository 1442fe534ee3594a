package org.redress.bench;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.concurrent.TimeUnit;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Has a running JVM collect its garbage twice a second and keeps the largest heap that was left. */
final class Heap implements AutoCloseable {
    private static final long EVERY_MILLISECONDS = 500;

    private final JMXConnector connector;
    private final MemoryMXBean memory;
    private final Thread watch;
    private volatile boolean closed;
    private long largest;

    /** The address is that of a process we started. */
    @SuppressWarnings("BanJNDI")
    Heap(long pid) throws IOException, AttachNotSupportedException {
        var machine = VirtualMachine.attach(Long.toString(pid));
        try {
            this.connector = JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
        } finally {
            machine.detach();
        }
        this.memory = ManagementFactory.getPlatformMXBean(connector.getMBeanServerConnection(), MemoryMXBean.class);
        this.watch = Thread.ofPlatform().name("heap").start(this::watch);
    }

    private void watch() {
        while (!closed) {
            look();
            try {
                TimeUnit.MILLISECONDS.sleep(EVERY_MILLISECONDS);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private synchronized void look() {
        memory.gc();
        largest = Math.max(largest, memory.getHeapMemoryUsage().getUsed());
    }

    synchronized long largestMegabytes() {
        look();
        return largest >> 20;
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
