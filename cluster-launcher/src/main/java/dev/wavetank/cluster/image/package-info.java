/// Builds the node image on this machine, from nothing: no registry is asked for anything.
///
/// An image is four layers of one tar file each: the C library and a few system files, the linked Java runtime,
/// the node's jars, the ahead-of-time cache. Each layer is kept under the hash of what it was made from, so
/// that a new node program costs one small layer, and the whole is loaded into the Docker engine as one
/// archive.
@NullMarked
package dev.wavetank.cluster.image;

import org.jspecify.annotations.NullMarked;
