using Infra.TrustManager.Admission;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.Sources;

/// <summary>Reads a list of sources.</summary>
internal static class CertificateSources
{
    /// <summary>Everything that the sources hold, and every problem of every one of them.</summary>
    /// <exception cref="ServiceException">A source cannot be asked for now; nothing is known then.</exception>
    /// <param name="ceiling">How many certificates the directory takes.</param>
    public static async Task<SourceListing> ReadAsync(
        IReadOnlyList<ICertificateSource> sources, int ceiling, CancellationToken cancellationToken)
    {
        if (sources.Count == 0)
        {
            return new SourceListing(
                CaBundle.Read([], ceiling, cancellationToken),
                [],
                [],
                ["No source of CA certificates is given; name at least one, or leave out the whole section so that its "
                    + "feature is not managed."]);
        }

        List<SourceReading> readings = [];
        foreach (var source in sources)
        {
            readings.Add(await ReadAsync(source, cancellationToken));
        }

        var pinned = CaBundle.Read(readings.SelectMany(reading => reading.Texts), ceiling, cancellationToken);
        var (found, unreadable) = ObjectCertificates.Read(
            [.. readings.Select(reading => reading.Objects)],
            pinned.Certificates,
            CaBundle.MaxCertificates - pinned.Certificates.Count);
        return new SourceListing(pinned, found, unreadable, [.. readings.SelectMany(reading => reading.Problems)]);
    }

    private static async Task<SourceReading> ReadAsync(ICertificateSource source, CancellationToken cancellationToken)
    {
        try
        {
            return await source.ReadAsync(cancellationToken);
        }
        catch (ServiceException failure) when (!failure.MayPass())
        {
            return SourceReading.Failed($"{source.Name} cannot be read: {failure.Message} {NextStep(failure.Failure)}");
        }
    }

    private static string NextStep(ServiceFailure failure) => failure switch
    {
        ServiceFailure.Denied => 
            "Allow that action in the function's role, and in the policy of the bucket and its key.",
        ServiceFailure.NotFound => "Check the name in the environment file, and that it is in this Region.",
        ServiceFailure.InvalidState => "A CA needs a certificate of its own before it can be trusted: activate it.",
        _ => "Correct what it names.",
    };
}
