using Infra.Local.Hosting;
using Infra.Local.Years.People;
using Infra.Local.Years.Pki;

namespace Infra.Local.Years.Pictures;

/// <summary>Draws one rotation on a line of time, as SVG.</summary>
public static class RotationPicture
{
    /// <summary>The first rotation that needed a message, or else the first at all.</summary>
    /// <exception cref="InvalidOperationException">There was none yet.</exception>
    public static string Of(LocalAws aws, IReadOnlyList<PkiTeam> teams, Inbox inbox) =>
        Rotation.Of(aws.Directories, teams, inbox) is [var first, ..]
            ? Of(first)
            : throw new InvalidOperationException("No rotation was completed; a picture takes some years more.");

    private static string Of(Rotation rotation)
    {
        var (old, successor) = (rotation.Old, rotation.Successor);
        DateTimeOffset[] moments = [rotation.AskedAt ?? successor.DroppedAt, old.NotAfter, rotation.RemovedAt];
        var scale = new TimeScale(moments.Min().AddDays(-30), moments.Max().AddDays(45));
        var line = new TimeLine(scale);
        line.Bar($"{old.CommonName}: file", scale.From, old.WithdrawnAt ?? scale.To, "#9db7d5");
        line.Bar($"{old.CommonName}: registered", scale.From, rotation.RemovedAt, "#3b6ea5");
        line.Bar($"{old.CommonName}: cards in use", scale.From, old.UsedUntil, "#c9c9c9");
        line.Bar($"{successor.CommonName}: file", successor.DroppedAt, scale.To, "#a9d3a0");
        line.Bar($"{successor.CommonName}: registered", rotation.RegisteredAt, scale.To, "#3f8f4a");
        line.Bar($"{successor.CommonName}: cards in use", successor.UsedFrom, scale.To, "#c9c9c9");
        line.Mark("message: successor missing", rotation.AskedAt);
        line.Mark("successor dropped, registered", rotation.RegisteredAt);
        line.Mark("overlap of 7 days over", rotation.RegisteredAt.AddDays(7));
        line.Mark("old file withdrawn", old.WithdrawnAt);
        line.Mark("old certificate removed", rotation.RemovedAt);
        line.Mark("old certificate expires", old.NotAfter);
        return line.ToSvg($"Rotation of '{old.CommonName}' in directory {rotation.DirectoryId}");
    }
}
