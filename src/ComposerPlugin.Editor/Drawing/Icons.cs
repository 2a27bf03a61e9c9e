using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] Shapes drawn as icons, in a square of 16 units round their middle; made once for the process.</summary>
internal static class Icons
{
    /// <summary>A star: kept, a favourite.</summary>
    public static readonly SKPath Star = MakeStar();

    /// <summary>A triangle that points down: a list opens.</summary>
    public static readonly SKPath Down = SKPath.ParseSvgPathData("M-5 -2.5 L5 -2.5 L0 3.5 Z");

    /// <summary>An angle that points left: more of a row is there.</summary>
    public static readonly SKPath Earlier = SKPath.ParseSvgPathData("M2.5 -5 L-2.5 0 L2.5 5");

    /// <summary>An angle that points right.</summary>
    public static readonly SKPath Later = SKPath.ParseSvgPathData("M-2.5 -5 L2.5 0 L-2.5 5");

    /// <summary>A cross: close, or remove.</summary>
    public static readonly SKPath Cross = SKPath.ParseSvgPathData("M-4 -4 L4 4 M4 -4 L-4 4");

    /// <summary>A tick: the chosen entry of a list.</summary>
    public static readonly SKPath Check = SKPath.ParseSvgPathData("M-4 0 L-1 3.5 L4.5 -3.5");

    /// <summary>A padlock.</summary>
    public static readonly SKPath Lock = SKPath.ParseSvgPathData("M-4 -0.5 H4 V5.5 H-4 Z M-2.6 -0.5 V-2.6 A2.6 2.6 0 0 1 2.6 -2.6 V-0.5");

    /// <summary>An arrow back: undo.</summary>
    public static readonly SKPath Undo = SKPath.ParseSvgPathData("M-1.5 -5 L-5 -1.5 L-1.5 2 M-5 -1.5 H1.5 A3.5 3.5 0 0 1 1.5 5.5 H-1");

    /// <summary>An arrow forward: redo.</summary>
    public static readonly SKPath Redo = SKPath.ParseSvgPathData("M1.5 -5 L5 -1.5 L1.5 2 M5 -1.5 H-1.5 A3.5 3.5 0 0 0 -1.5 5.5 H1");

    /// <summary>A die: composed anew by chance.</summary>
    public static readonly SKPath Die = SKPath.ParseSvgPathData(
        "M-5.5 -3.5 A2 2 0 0 1 -3.5 -5.5 H3.5 A2 2 0 0 1 5.5 -3.5 V3.5 A2 2 0 0 1 3.5 5.5 H-3.5 A2 2 0 0 1 -5.5 3.5 Z "
        + "M-2.6 -2.6 h0.01 M2.6 -2.6 h0.01 M0 0 h0.01 M-2.6 2.6 h0.01 M2.6 2.6 h0.01");

    /// <summary>A cogwheel: settings.</summary>
    public static readonly SKPath Settings = MakeCog();

    /// <summary>A magnifying glass: search.</summary>
    public static readonly SKPath Search = SKPath.ParseSvgPathData("M3 -1 A4 4 0 1 1 -5 -1 A4 4 0 1 1 3 -1 M2 2 L5.5 5.5");

    /// <summary>Draws an icon round a point, in units.</summary>
    public static void Draw(SKCanvas canvas, SKPath icon, float x, float y, SKPaint paint)
    {
        canvas.Save();
        canvas.Translate(x, y);
        canvas.DrawPath(icon, paint);
        canvas.Restore();
    }

    private static SKPath MakeStar()
    {
        using var builder = new SKPathBuilder();
        for (int i = 0; i < 10; i++)
        {
            float radius = i % 2 == 0 ? 6.5f : 2.8f, angle = (i * MathF.PI / 5) - (MathF.PI / 2);
            AddPoint(builder, radius, angle, i == 0);
        }
        builder.Close();
        return builder.Detach();
    }

    // Eight teeth round a hole.
    private static SKPath MakeCog()
    {
        const float inner = 4.4f, outer = 6.2f, tooth = MathF.PI / 4;
        using var builder = new SKPathBuilder();
        for (int i = 0; i < 8; i++)
        {
            float angle = i * tooth;
            AddPoint(builder, inner, angle - (0.3f * tooth), i == 0);
            AddPoint(builder, outer, angle - (0.17f * tooth), isFirst: false);
            AddPoint(builder, outer, angle + (0.17f * tooth), isFirst: false);
            AddPoint(builder, inner, angle + (0.3f * tooth), isFirst: false);
        }
        builder.Close();
        builder.AddCircle(0, 0, 1.9f);
        return builder.Detach();
    }

    private static void AddPoint(SKPathBuilder builder, float radius, float angle, bool isFirst)
    {
        var point = new SKPoint(radius * MathF.Cos(angle), radius * MathF.Sin(angle));
        if (isFirst)
            builder.MoveTo(point);
        else
            builder.LineTo(point);
    }
}
