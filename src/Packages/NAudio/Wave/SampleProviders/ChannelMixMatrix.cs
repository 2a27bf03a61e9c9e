namespace NAudio.Wave.SampleProviders;

/// <summary>Gains by source channel (row) and output channel (column).</summary>
public static class ChannelMixMatrix
{
    public static float[,] MonoToStereo => new float[,] { { 1, 1 } };

    public static float[,] StereoToMono => new[,] { { 0.5f }, { 0.5f } };

    public static float[,] StereoLeft => new float[,] { { 1, 0 }, { 0, 0 } };

    public static float[,] StereoRight => new float[,] { { 0, 0 }, { 0, 1 } };
}
