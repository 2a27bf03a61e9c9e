using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests;

/// <summary>A next-token model with every kind of field that a module registers.</summary>
internal sealed class TinyModel : Module<Tensor, Tensor>
{
    private readonly Embedding _tokens;
    private readonly LSTM _memory;
    private readonly Linear _head;
    private readonly TorchSharp.Modules.Parameter _scale = new(ones(1));
    private readonly Tensor _offset = zeros(1);

    [ComponentName(Name = "renamed")]
    private readonly Linear _other = Linear(2, 2);

    public TinyModel(int tokens = 12, int width = 16)
        : base(nameof(TinyModel))
    {
        _tokens = Embedding(tokens, width);
        _memory = LSTM(width, width, batchFirst: true);
        _head = Linear(width, tokens);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var (hidden, _, _) = _memory.call(_tokens.call(input));
        return (_head.call(_other.training ? hidden : hidden * _scale) + _offset).MoveToOuterDisposeScope();
    }
}
