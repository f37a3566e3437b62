using Infra.TrustManager.Activation;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.DirectoryTrust;
using Infra.TrustManager.FirstCrl;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Publishing;
using Infra.TrustManager.Restoring;
using Infra.TrustManager.Revocation;
using Infra.TrustManager.Settings;

namespace Infra.TrustManager.Composition;

/// <summary>The functions behind custom resources, which only CloudFormation invokes.</summary>
internal static class ResourceFunctions
{
    public static CustomResourceFunction CaRevocation(FunctionHost host)
    {
        var s3 = FunctionHost.S3();
        var resource = CaRevocationResource.Over(
            host.PrivateCa(),
            host.CaTags(),
            new PatientRestorePoints(new S3RestorePoints(s3), host.Patience),
            new PatientCrlObjects(new S3CrlObjects(s3), host.Patience),
            host.Time);
        return Of(TrustManagerVariables.CaRevocation, resource, host);
    }

    public static CustomResourceFunction FirstCrl(FunctionHost host) => Of(
        TrustManagerVariables.FirstCrl,
        FirstCrlResource.Over(
            host.PrivateCa(),
            new PatientCrlObjects(new S3CrlObjects(FunctionHost.S3()), host.Patience),
            host.Time),
        host);

    public static CustomResourceFunction CaActivation(FunctionHost host)
    {
        var privateCa = host.PrivateCa();
        var resource = new CaActivationResource(privateCa, new SubordinateCertificate(privateCa), host.Time);
        return Of(TrustManagerVariables.CaActivation, resource, host);
    }

    public static CustomResourceFunction DirectoryTrust(FunctionHost host)
    {
        var s3 = FunctionHost.S3();
        var resource = new DirectoryTrustResource(
            host.DirectoryService(),
            new ClockedTrustMemory(new PatientTrustMemory(new S3TrustMemory(s3), host.Patience), host.Time),
            DirectoryFunctions.Sources(host, s3),
            host.Time);
        return Of(TrustManagerVariables.DirectoryTrust, resource, host);
    }

    private static CustomResourceFunction Of(string name, ICustomResource resource, FunctionHost host) => new(
        resource,
        OwnResource.Of(name, host.Variable),
        ResponseBucket.FromEnvironment(host.Variable),
        new HttpAnswerChannel(new HttpClient(), host.Time),
        host.Log,
        host.Time,
        host.Ending);
}
