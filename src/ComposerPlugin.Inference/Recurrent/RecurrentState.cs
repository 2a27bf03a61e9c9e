using ComposerPlugin.Styles;

namespace ComposerPlugin.Inference;

/// <summary>A recurrent state, [1, layers, width]: two tensors that alternate as input and output, so that a step copies nothing.</summary>
internal sealed class RecurrentState(string name, int layers, int width) : IDisposable
{
    private readonly float[] _mark = new float[layers * width];

    public string Past { get; } = GraphPorts.Past + name;

    public string Present { get; } = GraphPorts.Present + name;

    public BoundTensor<float> Even { get; } = new(1, layers, width);

    public BoundTensor<float> Odd { get; } = new(1, layers, width);

    public void Clear()
    {
        Even.Values.Clear();
        Odd.Values.Clear();
    }

    public void Mark(bool odd) => (odd ? Odd : Even).Values.CopyTo(_mark);

    public void Return(bool odd) => _mark.CopyTo((odd ? Odd : Even).Values);

    public void Dispose()
    {
        Even.Dispose();
        Odd.Dispose();
    }
}
