package org.magicanime.contracts;

/// Marks an exception that says nothing about the input: the store, the broker or a model is busy or away. The
/// messaging kit tries again in place for as long as it takes and never makes a dead letter of it.
public interface Busy {}
