namespace TorchSharp.Benchmarks;

/// <summary>What training.py has too.</summary>
internal static class Sizes
{
    public const int Vocabulary = 200;
    public const int Tokens = 256;
    public const int Batches = 8;
    public const int Width = 192;
    public const int Heads = 6;
    public const int Layers = 4;
}
