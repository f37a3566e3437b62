namespace Infra.Local.Years;

/// <summary>A simulation of the years after the first deployment.</summary>
/// <param name="Years">How many: 1 to 30.</param>
/// <param name="Seed">Chooses the PKI teams' habits and the accidents; the same seed, the same years.</param>
/// <param name="Picture">File for an SVG of one rotation; null for none.</param>
public sealed record YearsOptions(int Years, int Seed, string? Picture);
