using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Amazon.AwsClient;

/// <summary>The endpoint rules of a service with one host a region.</summary>
/// <param name="prefix">First part of the host: <c>acm-pca</c>.</param>
/// <param name="plainFipsPartition">Partition whose plain hosts are FIPS hosts already; null where there is none.</param>
internal sealed class RegionalEndpointRules(string prefix, string plainFipsPartition = null) : IEndpointProvider
{
    public const string Region = "Region";
    public const string UseDualStack = "UseDualStack";
    public const string UseFips = "UseFIPS";
    public const string CustomUrl = "Endpoint";

    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var fips = (bool)parameters[UseFips];
        var dualStack = (bool)parameters[UseDualStack];
        if (parameters[CustomUrl] is string { Length: > 0 } url)
        {
            return (fips, dualStack) switch
            {
                (true, _) => throw Invalid("FIPS and custom endpoint are not supported"),
                (_, true) => throw Invalid("Dualstack and custom endpoint are not supported"),
                _ => new Endpoint(url, null, null),
            };
        }

        var region = parameters[Region] as string ?? throw Invalid("Missing Region");
        return new Endpoint($"https://{Host(region, Fn.Partition(region), fips, dualStack)}", null, null);
    }

    private string Host(string region, Partition partition, bool fips, bool dualStack)
    {
        if (fips && !Supports(partition, "supportsFIPS"))
        {
            throw new AmazonClientException("FIPS is enabled but this partition does not support FIPS");
        }

        if (dualStack && !Supports(partition, "supportsDualStack"))
        {
            throw new AmazonClientException("DualStack is enabled but this partition does not support DualStack");
        }

        var plain = fips && !dualStack && (string)partition["name"] == plainFipsPartition;
        var suffix = partition[dualStack ? "dualStackDnsSuffix" : "dnsSuffix"];
        return $"{prefix}{(fips && !plain ? "-fips" : string.Empty)}.{region}.{suffix}";
    }

    private static bool Supports(Partition partition, string feature) => (bool)partition[feature];

    private static AmazonClientException Invalid(string what) => new($"Invalid Configuration: {what}");
}
