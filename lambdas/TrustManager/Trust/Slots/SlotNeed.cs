namespace Infra.TrustManager.Trust.Slots;

/// <summary>What one part of a rotation asks of a directory that takes only so many certificates.</summary>
/// <param name="Takes">Slots that have to be free before it.</param>
/// <param name="Frees">Slots that it gives back once its successors have shown themselves.</param>
public readonly record struct SlotNeed(int Takes, int Frees);
