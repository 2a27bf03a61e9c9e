using ComposerPlugin.Styles;

namespace ComposerPlugin.Inference.Tests;

public sealed class ProviderSelectorTests : IDisposable
{
    private readonly Opened _cpu = new(2), _cuda = new(1);

    public void Dispose()
    {
        _cpu.Dispose();
        _cuda.Dispose();
    }

    [Theory]
    [InlineData(ExecutionProvider.Cpu)]
    [InlineData(ExecutionProvider.Automatic)]
    [InlineData(ExecutionProvider.Cuda)]
    public void The_cpu_runs_without_cuda(ExecutionProvider requested)
    {
        var (opened, provider) = Trial().Open(requested, "no driver");

        Assert.Same(_cpu, opened);
        Assert.Equal(ExecutionProvider.Cpu, provider.Running);
        Assert.Equal(requested == ExecutionProvider.Cuda ? "asked CUDA, running CPU: no driver" : "", provider.ToString());
    }

    [Theory]
    [InlineData(2, 1, ExecutionProvider.Cuda, "running CUDA: 2.00 ms a note on CPU, 1.00 ms on CUDA")]
    [InlineData(1, 2, ExecutionProvider.Cpu, "running CPU: 1.00 ms a note on CPU, 2.00 ms on CUDA")]
    public void Automatic_picks_the_faster_and_closes_the_other(double onCpu, double onCuda, ExecutionProvider expected, string text)
    {
        (_cpu.Time, _cuda.Time) = (onCpu, onCuda);

        var (opened, provider) = Trial().Open(ExecutionProvider.Automatic, null);

        Assert.Equal(expected, provider.Running);
        Assert.Equal(text, provider.ToString());
        Assert.False(opened.IsDisposed);
        Assert.True((opened == _cpu ? _cuda : _cpu).IsDisposed);
    }

    [Fact]
    public void Requested_cuda_is_used_even_if_slower()
    {
        (_cpu.Time, _cuda.Time) = (1, 2);

        var (opened, provider) = Trial().Open(ExecutionProvider.Cuda, null);

        Assert.Same(_cuda, opened);
        Assert.Equal("running CUDA", provider.ToString());
    }

    [Fact]
    public void Style_that_fails_on_the_gpu_runs_on_the_cpu()
    {
        var trial = new ProviderSelector<Opened>(() => _cpu, () => throw new StyleException("The GPU is full", "choose the CPU"),
            opened => opened.Time);

        var (opened, provider) = trial.Open(ExecutionProvider.Cuda, null);

        Assert.Same(_cpu, opened);
        Assert.False(_cpu.IsDisposed);
        Assert.Contains("asked CUDA, running CPU: the GPU does not run it", provider.ToString(), StringComparison.Ordinal);
    }

    private ProviderSelector<Opened> Trial() => new(() => _cpu, () => _cuda, opened => opened.Time);

    private sealed class Opened(double time) : IDisposable
    {
        public double Time { get; set; } = time;

        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
