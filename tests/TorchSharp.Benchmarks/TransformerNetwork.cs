using TorchSharp.Modules;

namespace TorchSharp.Benchmarks;

/// <summary>A decoder of four blocks of width 192. Letters: b sequences, n tokens, w width, v vocabulary.</summary>
internal sealed class TransformerNetwork : nn.Module<Tensor, Tensor>
{
    private readonly Embedding _embedding = nn.Embedding(Sizes.Vocabulary, Sizes.Width);
    private readonly Dropout _dropout = nn.Dropout(0.1);
    private readonly ModuleList<TransformerBlock> _blocks =
        nn.ModuleList(Enumerable.Range(0, Sizes.Layers).Select(_ => new TransformerBlock()).ToArray());
    private readonly LayerNorm _norm = nn.LayerNorm(Sizes.Width);
    private readonly Linear _head = nn.Linear(Sizes.Width, Sizes.Vocabulary);

    public TransformerNetwork()
        : base("transformer") => RegisterComponents();

    public override Tensor forward(Tensor tokens)
    {
        using var scope = NewDisposeScope();
        var x = _dropout.call(_embedding.call(tokens));    // (b, n, w)
        foreach (var block in _blocks)
            x = block.call(x);
        return _head.call(_norm.call(x)).MoveToOuterDisposeScope();    // (b, n, v)
    }
}
