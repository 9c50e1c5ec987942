package dev.wavetank.core.bpmn;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// An immutable map whose changed copy shares all but a few small arrays with it (a hash array mapped trie,
/// Bagwell 2001).
///
/// An edit on a diagram of any size thus makes a new index in microseconds, and each step of the history costs
/// a few hundred bytes. Keys and values are never null. The order of iteration is the order of hashes: whoever
/// needs file order walks the document.
final class PersistentMap<K, V> {
    private static final int BITS = 5;
    private static final int MASK = (1 << BITS) - 1;
    private static final PersistentMap<?, ?> EMPTY = new PersistentMap<>(new Branch(0, new Object[0]), 0);

    /// Each slot is another `Branch`, a `Leaf`, or, where the whole hashes of several keys are equal, a `Leaf`
    /// chain.
    private record Branch(int bitmap, Object[] slots) {}

    private record Leaf(
            int hash, Object key, Object value, @Nullable Leaf next) {}

    private final Branch root;
    private final int size;

    private PersistentMap(Branch root, int size) {
        this.root = root;
        this.size = size;
    }

    @SuppressWarnings("unchecked") // holds nothing, so it fits any type
    static <K, V> PersistentMap<K, V> empty() {
        return (PersistentMap<K, V>) EMPTY;
    }

    int size() {
        return size;
    }

    @SuppressWarnings("unchecked") // only put() fills the leaves
    @Nullable
    V get(K key) {
        int hash = spread(key);
        Branch branch = root;
        for (int shift = 0; ; shift += BITS) {
            int bit = 1 << (hash >>> shift & MASK);
            if ((branch.bitmap & bit) == 0) {
                return null;
            }
            Object slot = branch.slots[index(branch, bit)];
            if (slot instanceof Branch deeper) {
                branch = deeper;
                continue;
            }
            for (Leaf leaf = (Leaf) slot; leaf != null; leaf = leaf.next) {
                if (leaf.key == key || leaf.hash == hash && leaf.key.equals(key)) {
                    return (V) leaf.value;
                }
            }
            return null;
        }
    }

    PersistentMap<K, V> put(K key, V value) {
        boolean isNew = get(key) == null;
        return new PersistentMap<>(put(root, 0, spread(key), key, value), isNew ? size + 1 : size);
    }

    PersistentMap<K, V> remove(K key) {
        if (get(key) == null) {
            return this;
        }
        Branch shrunk = remove(root, 0, spread(key), key);
        return new PersistentMap<>(shrunk, size - 1);
    }

    void forEach(BiConsumer<K, V> action) {
        forEach(root, action);
    }

    private static Branch put(Branch branch, int shift, int hash, Object key, Object value) {
        int bit = 1 << (hash >>> shift & MASK);
        int index = index(branch, bit);
        if ((branch.bitmap & bit) == 0) {
            Object[] slots = new Object[branch.slots.length + 1];
            System.arraycopy(branch.slots, 0, slots, 0, index);
            slots[index] = new Leaf(hash, key, value, null);
            System.arraycopy(branch.slots, index, slots, index + 1, branch.slots.length - index);
            return new Branch(branch.bitmap | bit, slots);
        }
        Object slot = branch.slots[index];
        if (slot instanceof Branch deeper) {
            return with(branch, index, put(deeper, shift + BITS, hash, key, value));
        }
        Leaf leaf = (Leaf) slot;
        if (leaf.hash == hash) {
            return with(branch, index, new Leaf(hash, key, value, without(leaf, key)));
        }
        Branch split = new Branch(1 << (leaf.hash >>> shift + BITS & MASK), new Object[] {leaf});
        return with(branch, index, put(split, shift + BITS, hash, key, value));
    }

    private static Branch remove(Branch branch, int shift, int hash, Object key) {
        int bit = 1 << (hash >>> shift & MASK);
        int index = index(branch, bit);
        Object slot = branch.slots[index];
        if (slot instanceof Branch deeper) {
            Branch shrunk = remove(deeper, shift + BITS, hash, key);
            return shrunk.slots.length == 0 ? drop(branch, bit, index) : with(branch, index, shrunk);
        }
        Leaf rest = without((Leaf) slot, key);
        return rest == null ? drop(branch, bit, index) : with(branch, index, rest);
    }

    private static @Nullable Leaf without(@Nullable Leaf chain, Object key) {
        if (chain == null) {
            return null;
        }
        return chain.key.equals(key)
                ? chain.next
                : new Leaf(chain.hash, chain.key, chain.value, without(chain.next, key));
    }

    private static Branch with(Branch branch, int index, Object slot) {
        Object[] slots = branch.slots.clone();
        slots[index] = slot;
        return new Branch(branch.bitmap, slots);
    }

    private static Branch drop(Branch branch, int bit, int index) {
        Object[] slots = Arrays.copyOf(branch.slots, branch.slots.length - 1);
        System.arraycopy(branch.slots, index + 1, slots, index, slots.length - index);
        return new Branch(branch.bitmap & ~bit, slots);
    }

    @SuppressWarnings("unchecked") // only put() fills the leaves
    private void forEach(Branch branch, BiConsumer<K, V> action) {
        for (Object slot : branch.slots) {
            if (slot instanceof Branch deeper) {
                forEach(deeper, action);
                continue;
            }
            for (Leaf leaf = (Leaf) slot; leaf != null; leaf = leaf.next) {
                action.accept((K) leaf.key, (V) leaf.value);
            }
        }
    }

    private static int index(Branch branch, int bit) {
        return Integer.bitCount(branch.bitmap & bit - 1);
    }

    private static int spread(Object key) {
        int hash = key.hashCode();
        return hash ^ hash >>> 16;
    }
}
