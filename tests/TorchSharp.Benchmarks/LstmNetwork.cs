using TorchSharp.Modules;

namespace TorchSharp.Benchmarks;

/// <summary>Two LSTM layers of 256 cells over embeddings of 128. Letters: b sequences, n tokens, v vocabulary.</summary>
internal sealed class LstmNetwork : nn.Module<Tensor, Tensor>
{
    private readonly Embedding _embedding = nn.Embedding(Sizes.Vocabulary, 128);
    private readonly LSTM _lstm = nn.LSTM(128, 256, numLayers: 2, batchFirst: true, dropout: 0.2);
    private readonly Dropout _dropout = nn.Dropout(0.2);
    private readonly Linear _head = nn.Linear(256, Sizes.Vocabulary);

    public LstmNetwork()
        : base("lstm") => RegisterComponents();

    public override Tensor forward(Tensor tokens)
    {
        using var scope = NewDisposeScope();
        var (output, _, _) = _lstm.call(_embedding.call(tokens));    // (b, n, 256)
        return _head.call(_dropout.call(output)).MoveToOuterDisposeScope();    // (b, n, v)
    }
}
