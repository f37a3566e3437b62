using Infra.TrustManager.CaRenewal;
using Infra.TrustManager.CaRenewal.Asking;
using Infra.TrustManager.CaRenewal.Crl;
using Infra.TrustManager.CaRenewal.Remembering;
using Infra.TrustManager.FirstCrl;
using Infra.TrustManager.Messages;
using Infra.TrustManager.Publishing;
using Infra.TrustManager.Settings;

namespace Infra.TrustManager.Composition;

/// <summary>The functions that keep a CA's own certificate and answer operators about it.</summary>
internal static class AuthorityFunctions
{
    public static CaRenewalFunction Renewal(FunctionHost host)
    {
        var settings = RenewalSettingsReader.Read(TrustManagerVariables.CaRenewal, host.Variable);
        var (s3, privateCa) = (FunctionHost.S3(), host.PrivateCa());
        var memory = new ClockedRenewalMemory(
            new PatientRenewalMemory(new S3RenewalMemory(s3, settings.MemoryBucket, settings.Ca), host.Patience),
            host.Time);
        var objects = new PatientCrlObjects(new S3CrlObjects(s3), host.Patience);
        var publication = new AiaPublication(privateCa, objects);
        var crl = new CurrentCrl(new FirstCrlTrigger(privateCa, objects, host.Time), settings, host.Time);
        return new CaRenewalFunction(
            new RenewalRun(privateCa, memory, publication, crl, new MessageDesk(host.Messages()), settings, host.Time),
            new CaWriteRequests(privateCa, memory, settings, host.Time),
            settings,
            host.Writes(),
            host.Log,
            host.Time,
            host.Ending);
    }

    public static CaReadFunction Read(FunctionHost host)
    {
        var settings = RenewalSettingsReader.Read(TrustManagerVariables.CaRead, host.Variable);
        var (s3, privateCa) = (FunctionHost.S3(), host.PrivateCa());
        var memory = new ClockedRenewalMemory(
            new PatientRenewalMemory(new S3RenewalMemory(s3, settings.MemoryBucket, settings.Ca), host.Patience),
            host.Time);
        var publication = new AiaPublication(privateCa, new PatientCrlObjects(new S3CrlObjects(s3), host.Patience));
        return new CaReadFunction(
            new CaReadRequests(privateCa, memory, publication, settings),
            settings,
            host.Reads(),
            host.Time);
    }
}
