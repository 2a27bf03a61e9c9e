using static TorchSharp.torch.nn;

namespace TorchSharp.Tests;

public class EmbeddingTests
{
    [Fact]
    public void Entries_are_looked_up_and_learn()
    {
        using var embedding = Embedding(5, 3, dtype: float64);
        var ids = tensor(new[,] { { 4L, 0 }, { 4, 2 } });
        Assert.Equal([2, 2, 3], embedding.call(ids).shape);
        Close.To(embedding.weight![4], embedding.call(ids)[1, 0]);
        ParameterGradients.Check(embedding, () => embedding.call(ids));
    }

    [Fact]
    public void The_padding_entry_is_zero_and_stays_so()
    {
        using var embedding = Embedding(4, 2, padding_idx: -1);
        Close.To([0, 0], embedding.call(tensor(new[] { 3L })));
        embedding.call(tensor(new[] { 3L, 1 })).sum().backward();
        Close.To([0, 0, 1, 1, 0, 0, 0, 0], embedding.weight!.grad!);
    }

    [Fact]
    public void Long_entries_are_shortened_to_the_greatest_norm()
    {
        using var embedding = Embedding_from_pretrained(tensor(new[,] { { 3f, 4 }, { 0.3f, 0.4f } }), max_norm: 1);
        Close.To([0.6, 0.8, 0.3, 0.4], embedding.call(tensor(new[] { 0L, 1 })), 1e-4);
        Assert.False(embedding.weight!.requires_grad);
    }

    [Fact]
    public void An_entry_that_is_not_there_is_refused()
    {
        using var embedding = Embedding(4, 2);
        Assert.Contains(
            "out of range",
            Assert.Throws<ExternalException>(() => embedding.call(tensor(new[] { 4L }))).Message);
    }
}
