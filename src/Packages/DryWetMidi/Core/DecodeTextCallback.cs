namespace Melanchall.DryWetMidi.Core;

public delegate string DecodeTextCallback(byte[] bytes, ReadingSettings settings);
