using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.Sources;

/// <summary>Reads a list of sources into one bundle.</summary>
public static class CertificateSources
{
    /// <summary>Everything that the sources hold, and every problem of every one of them.</summary>
    /// <exception cref="ServiceException">A source cannot be asked for now; nothing is known then.</exception>
    /// <param name="ceiling">How many certificates the directory takes.</param>
    public static async Task<CaBundle> ReadAsync(
        IReadOnlyList<ICertificateSource> sources, int ceiling, CancellationToken cancellationToken)
    {
        if (sources.Count == 0)
        {
            return new CaBundle(
                [],
                ["No source of CA certificates is given; name at least one, or leave out the whole section so that its "
                    + "feature is not managed."]);
        }

        var (texts, problems) = (new List<(string Source, string Pem)>(), new ProblemList("The sources have"));
        foreach (var source in sources)
        {
            var reading = await ReadAsync(source, cancellationToken);
            texts.AddRange(reading.Texts);
            problems.AddRange(reading.Problems);
        }

        var bundle = CaBundle.Read(texts, ceiling, cancellationToken);
        problems.AddRange(bundle.Problems);
        return bundle with { Problems = problems.ToList() };
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
