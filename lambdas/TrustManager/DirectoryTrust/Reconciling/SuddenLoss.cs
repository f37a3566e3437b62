using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust.Reconciling;

/// <summary>Notices sources that list far less than before, which is a mistake more often than a wish.</summary>
/// <remarks>
/// A rotation replaces and a withdrawal takes one or two; a folder that was cleaned up by mistake loses most of what it
/// had. A run that nobody watches does not take more than half away.
/// </remarks>
internal static class SuddenLoss
{
    /// <returns>A sentence for each purpose with less than half of what it had; expired ones do not count.</returns>
    public static IReadOnlyList<string> Of(Survey survey) =>
    [
        .. PurposeView.Managed(survey.State, survey.Recalled, survey.Desired, survey.At)
            .Select(view => Of(view, survey)).OfType<string>(),
    ];

    private static string? Of(PurposeView view, Survey survey)
    {
        var before = survey.Remembered.Settled?.Trust.For(view.Purpose)?.Certificates
            .Count(certificate => certificate.NotAfter > survey.At) ?? 0;

        // What is kept until something withheld is decided is not lost.
        var now = view.Wanted.Count + view.Kept().Count();
        return now * 2 < before
            ? $"The sources for {PurposeName.Of(view.Purpose)} list {now} CA certificates, and listed {before} before: a "
                + "scheduled run takes away at most half. If that is meant, do it with 'dotnet run --project trust -- "
                + $"apply {survey.Properties.DirectoryId}'; else put back what is missing."
            : null;
    }
}
