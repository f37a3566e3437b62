namespace Infra.Local.Years.Pictures;

/// <summary>Where a moment lies on the picture.</summary>
internal sealed record TimeScale(DateTimeOffset From, DateTimeOffset To)
{
    public double At(DateTimeOffset moment) =>
        TimeLine.Left + ((TimeLine.Width - TimeLine.Left - 20) * Math.Clamp((moment - From) / (To - From), 0, 1));
}
